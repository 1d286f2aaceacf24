// The package's own types make its function the module's `default`; in Node it is the module itself.
declare module 'bidi-js' {
  interface Bidi {
    readonly getEmbeddingLevels: (text: string, base: 'ltr' | 'rtl') => { readonly levels: Uint8Array };
    readonly getBidiCharTypeName: (character: string) => string;
    readonly getMirroredCharacter: (character: string) => string | null;
  }
  export default function bidiFactory(): Bidi;
}
