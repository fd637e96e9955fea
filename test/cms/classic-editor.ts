import type { Desk, Editor, Text } from './desk.js';

interface Visual {
  readonly initialized: boolean;
  isHidden(): boolean;
  insertContent(html: string): void;
  getBody(): HTMLElement;
  selection: { select(node: Node, content: boolean): void; collapse(toStart: boolean): void };
}

declare const tinymce: { get(id: string): Visual | null };

/** The editor that WordPress had before blocks, and still has. */
export const classicEditor: Editor = {
  async write(desk: Desk, { line, div }: Text) {
    await desk.goTo('/wp-admin/post-new.php?classic-editor');
    const { page } = desk;
    await desk.fills('#title', 'Classic editor');
    await desk.presses('#content-html');
    await desk.fills('#content', `How we read.\n\n${line}\n\n${div}`);
    const post = await page.$eval('#post_ID', (field) => Number((field as HTMLInputElement).value));
    await desk.sends('#publish');
    return post;
  },

  /** In the visual tab, which takes the text apart and writes it anew. */
  async edit(desk: Desk, post: number) {
    await desk.goTo(`/wp-admin/post.php?post=${post}&action=edit&classic-editor`);
    const { page } = desk;
    await desk.presses('#content-tmce');
    await page.waitForFunction(() => {
      const visual = typeof tinymce === 'undefined' ? null : tinymce.get('content');
      return visual?.initialized && !visual.isHidden();
    });
    await page.evaluate(() => {
      const visual = tinymce.get('content');
      const first = visual?.getBody().firstElementChild;
      if (!visual || !first) throw new Error('The visual tab is empty.');
      visual.selection.select(first, true);
      visual.selection.collapse(false);
      visual.insertContent(' A line more.');
    });
    await desk.sends('#publish');
  },
};
