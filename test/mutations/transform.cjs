const { createTransformer } = require('@swc/jest');

/**
 * Compiles as everywhere, but for the one file that MUTATION names, which is edited in memory: the tree stays as it is,
 * and jest's cache goes by the edited text. Without MUTATION nothing is edited.
 */
module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    const mutation = process.env.MUTATION ? JSON.parse(process.env.MUTATION) : undefined;
    const edited = (text, name) =>
      mutation && name.endsWith(`/${mutation.file}`)
        ? text.replace(mutation.search, () => mutation.replace)
        : text;
    return {
      ...swc,
      process: (text, name, jest) => swc.process(edited(text, name), name, jest),
      getCacheKey: (text, name, jest) => swc.getCacheKey(edited(text, name), name, jest),
    };
  },
};
