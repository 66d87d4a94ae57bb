/** Scripts that are written from right to left. */
const RTL = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** The `dir` of a language, from the script that its tag has or most likely stands for. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  try {
    return RTL.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
