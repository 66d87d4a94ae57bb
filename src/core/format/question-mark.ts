/** Question marks of all scripts at an end; the Greek one looks like a semicolon and is one only behind Greek. */
export const QUESTION = /(?:[?？؟՞⁇‽]|(?<=\p{sc=Greek})[;\u037E])["'”’“»«›」』)\]\s]*$/u;
