/**
 * Opens an address in a small window that has no access to this page. Returns false if the browser
 * blocks it.
 */
export function openPopup(href: string): boolean {
  // With the feature `noopener`, `window.open` always returns null, so a blocked window could not
  // be detected.
  const popup = window.open('', '', 'popup,width=640,height=640');
  if (!popup) return false;
  popup.opener = null;
  // Navigates by a link, because only a link can omit the referrer.
  const link = popup.document.createElement('a');
  link.href = href;
  link.rel = 'noreferrer';
  popup.document.body.append(link);
  link.click();
  return true;
}

/** True for a click without a modifier, which does not ask for a new tab, for example. */
export const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !(button || ctrlKey || metaKey || shiftKey || altKey);
