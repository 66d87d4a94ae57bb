import type { Plugin } from 'vite';

/** Leaves the command line's wording out of the interface texts that the page loads. */
export function interfaceTexts(): Plugin {
  return {
    name: 'lesart-interface-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/translations\/interface\/[\w-]+\.json$/.test(id)) return null;
      const texts = JSON.parse(code) as Record<string, unknown>;
      delete texts['cli'];
      return { code: JSON.stringify(texts), map: null };
    },
  };
}
