import type { Page } from 'puppeteer-core';
import type { Desk, Editor, Text } from './desk.js';

interface Block {
  readonly name: string;
  readonly isValid: boolean;
}

/** The parts of the editor's own API that are used here. */
interface EditorApi {
  readonly data: {
    dispatch(store: string): {
      insertBlocks(blocks: readonly Block[]): void;
      editPost(changes: { title?: string; status?: string }): void;
      savePost(): Promise<void>;
    };
    select(store: string): {
      getBlocks(): readonly Block[];
      getCurrentPostId(): number | null;
      didPostSaveRequestSucceed(): boolean;
    };
  };
  readonly blocks: { parse(text: string): readonly Block[] };
}

declare const wp: EditorApi;

/** The editor has read the post and draws it. */
async function ready(page: Page, least: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      typeof wp !== 'undefined' &&
      wp.data?.select('core/editor')?.getCurrentPostId() &&
      wp.data.select('core/block-editor').getBlocks().length >= count,
    {},
    least,
  );
}

/** A block as the code view of the editor shows it. */
const block = (name: string, html: string) => `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;

/** Adds blocks at the end and saves; answers the id of the post and the blocks that the editor calls broken. */
function add(page: Page, text: string, title?: string) {
  return page.evaluate(
    async (written, name) => {
      const post = wp.data.dispatch('core/editor');
      wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.parse(written));
      post.editPost(name ? { title: name, status: 'publish' } : {});
      await post.savePost();
      return {
        saved: wp.data.select('core/editor').didPostSaveRequestSucceed(),
        post: wp.data.select('core/editor').getCurrentPostId() ?? 0,
        broken: wp.data
          .select('core/block-editor')
          .getBlocks()
          .filter(({ isValid }) => !isValid),
      };
    },
    text,
    title,
  );
}

async function save(page: Page, text: string, title?: string): Promise<number> {
  const { saved, post, broken } = await add(page, text, title);
  if (!saved) throw new Error('The editor could not save the post.');
  if (broken.length) throw new Error(`Broken: ${broken.map(({ name }) => name).join(', ')}`);
  return post;
}

/** The editor of WordPress 5.0 and newer. */
export const blockEditor: Editor = {
  async write(desk: Desk, { line, div }: Text) {
    await desk.goTo('/wp-admin/post-new.php');
    await ready(desk.page, 0);
    const text = [block('paragraph', '<p>How we read.</p>'), block('shortcode', line)];
    return save(desk.page, [...text, block('html', div)].join('\n\n'), 'Block editor');
  },

  async edit(desk: Desk, post: number) {
    await desk.goTo(`/wp-admin/post.php?post=${post}&action=edit`);
    await ready(desk.page, 3);
    await save(desk.page, block('paragraph', '<p>A line more.</p>'));
  },
};
