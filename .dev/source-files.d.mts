export const widgetNames: readonly string[];
export const companionFiles: readonly string[];
export function sourceOf(name: string): string;
