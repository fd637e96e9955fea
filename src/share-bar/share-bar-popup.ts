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
