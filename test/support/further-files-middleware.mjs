/** The built files that stand beside the bundle, and the sources they are built from. */
const sources = {
  debug: '/src/core/debug-panel.ts',
  archive: '/src/poll/poll-archive.ts',
  networks: '/src/share-bar/share-bar-further.ts',
};

/** Tests run the sources, where no file stands beside the bundle: its source answers instead. */
export function furtherFilesMiddleware(context, next) {
  const [, name] = /^\/src\/core\/riac-widgets-(\w+)\.js/.exec(context.path) ?? [];
  if (name in sources) context.redirect(sources[name]);
  else return next();
}
