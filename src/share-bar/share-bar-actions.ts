/** Opens an address in a small window that knows nothing of this page; false where that is blocked. */
export function openPopup(href: string): boolean {
  // With the feature `noopener` the answer is always null: a blocked window could not be told.
  const popup = window.open('', '_blank', 'popup,width=640,height=640');
  if (!popup) return false;
  try {
    popup.opener = null;
    const link = popup.document.createElement('a');
    link.href = href;
    link.rel = 'noreferrer';
    popup.document.body.append(link);
    link.click();
  } catch {
    popup.close();
    return false;
  }
  return true;
}

/** True for a click that asks for nothing special, such as a new tab in the background. */
export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

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
export function copyByCommand(field: HTMLInputElement): boolean {
  field.focus();
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/** True where the system has a share sheet. */
export const canShareNatively = (): boolean => 'share' in navigator;

/**
 * Hands the page to the system's share sheet, in the reader's gesture. The address is never repeated
 * in the text: messengers would show it twice.
 */
export async function shareNatively(data: ShareData): Promise<'shared' | 'dismissed' | 'failed'> {
  try {
    await navigator.share(data);
    return 'shared';
  } catch (error) {
    // Closed by the reader, or open already.
    const { name } = error as DOMException;
    return name === 'AbortError' || name === 'InvalidStateError' ? 'dismissed' : 'failed';
  }
}
