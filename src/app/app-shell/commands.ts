import { COMPARATORS } from '../address.ts';
import type { AddressKeeper } from '../controllers/address-keeper.ts';
import { switchTheme } from '../settings.ts';
import type { Command } from '../shortcuts.ts';
import type { PageName } from './page.ts';
import type { ReadingView } from './reading-view.ts';

/** What keys do beside the text. */
export interface ShellCommands {
  /** Goes to a page, or, where it is shown, back to the text. */
  readonly turnTo: (page: PageName) => void;
  readonly library: () => void;
  readonly export: () => void;
  readonly help: () => void;
  /** Whether a note or a menu is open, which Escape closes by itself. */
  readonly hasPopover: () => boolean;
}

/** What each command does. */
export function commandsOn(
  view: ReadingView,
  address: AddressKeeper,
  shell: ShellCommands,
): Readonly<Record<Command, () => void>> {
  const { position, search, panel } = view;
  return {
    nextParagraph: () => {
      position.step(1, 'keys');
    },
    previousParagraph: () => {
      position.step(-1, 'keys');
    },
    nextMark: () => {
      position.stepMark(1);
    },
    previousMark: () => {
      position.stepMark(-1);
    },
    firstParagraph: () => {
      position.end(0);
    },
    lastParagraph: () => {
      position.end(-1);
    },
    comparator: () => {
      const at = COMPARATORS.indexOf(address.address.comparator) + 1;
      address.turn({ comparator: COMPARATORS[at % COMPARATORS.length] ?? 'meaning' });
    },
    mark: () => {
      view.startMarking();
    },
    correct: () => {
      view.startCorrecting();
    },
    glossary: () => {
      view.openGlossary();
    },
    undo: () => {
      view.undo('undo');
    },
    redo: () => {
      view.undo('redo');
    },
    words: () => {
      view.switchWords();
    },
    columns: () => {
      view.focusBar();
    },
    // The bar has the keys for it itself.
    moveColumn: () => undefined,
    search: () => {
      view.openSearch();
    },
    nextHit: () => {
      search.step(1);
    },
    previousHit: () => {
      search.step(-1);
    },
    apparatus: () => {
      panel.toggle();
    },
    statistics: () => {
      shell.turnTo('statistics');
    },
    review: () => {
      shell.turnTo('review');
    },
    overview: () => {
      shell.turnTo('overview');
    },
    alignment: () => {
      shell.turnTo('alignment');
    },
    library: shell.library,
    export: shell.export,
    theme: switchTheme,
    help: shell.help,
    escape: () => {
      // The innermost thing closes, and it alone.
      if (shell.hasPopover()) return;
      const { view: shown } = address.address;
      if (shown !== 'compare') shell.turnTo(shown);
      else if (search.isOpen) search.close();
      else if (address.address.mark !== undefined) address.turn({ mark: undefined });
    },
  };
}
