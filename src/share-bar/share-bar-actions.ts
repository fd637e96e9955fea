/** Opens an address in a small window that knows nothing of this page; false where that is blocked. */
export function openPopup(href: string): boolean {
  // With the feature `noopener` the answer is always null: a blocked window could not be told.
  const popup = window.open('', '', 'popup,width=640,height=640');
  if (!popup) return false;
  popup.opener = null;
  // A link, and not `location`: it alone can leave the referrer out.
  const link = popup.document.createElement('a');
  link.href = href;
  link.rel = 'noreferrer';
  popup.document.body.append(link);
  link.click();
  return true;
}

/** True for a click that asks for nothing special, such as a new tab in the background. */
export const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(button || ctrlKey || metaKey || shiftKey || altKey);

/** Copies by the clipboard interface, which plain http and some frames lack; false where it fails. */
export async function copyByClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies what the field holds by the old command; on failure the field stays selected. */
export function copyByCommand(field: HTMLInputElement | null): boolean {
  field?.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/**
 * Hands the page to the system's share sheet, in the reader's gesture. The address is never repeated
 * in the text: messengers would show it twice. Answers a message name for what went wrong, `''` where
 * the reader has put the sheet away, or true.
 */
export async function shareNatively(data: ShareData): Promise<true | '' | 'failed'> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return /^(Abort|InvalidState)/.test((error as Error).name) ? '' : 'failed';
  }
}
