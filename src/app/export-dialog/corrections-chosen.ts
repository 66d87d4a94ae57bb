/** The reader has a file that may hold corrections for the open work. */
export class CorrectionsChosen extends Event {
  readonly file: File;

  constructor(file: File) {
    super('corrections-chosen');
    this.file = file;
  }
}

declare global {
  interface HTMLElementEventMap {
    'corrections-chosen': CorrectionsChosen;
  }
}
