/** The standard components of MJML; the package brings no types. */
declare module 'mjml-preset-core' {
  const preset: { readonly components: readonly unknown[]; readonly dependencies: object };
  export = preset;
}
