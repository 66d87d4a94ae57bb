import { type TemplateResult, html } from 'lit';
import type { VariantInfo } from '../../core/work/model.ts';
import type { Roles } from '../opened-work.ts';
import { PinsChanged, RolesChanged } from './variant-events.ts';
import './variant-menu.ts';
import type { VariantWish } from './variant-menu.ts';

/** What the bar knows of a variant whose menu is asked for, and what it does. */
export interface Offer {
  readonly variant: VariantInfo;
  readonly columns: readonly string[];
  readonly pinned: readonly string[];
  readonly subject: string;
  readonly reference: string;
  readonly tell: (event: Event) => void;
  /** Gives the variant a column. */
  readonly show: () => void;
  /** Moves its column by so many places. */
  readonly move: (steps: number) => void;
}

/** A text that gets a part is shown. */
function assign({ variant, columns, tell, show }: Offer, roles: Roles): void {
  tell(new RolesChanged(roles));
  if (!columns.includes(variant.id)) show();
}

/** A part that another text had passes to it; that one gets the part that is left. */
function grant(offer: Offer, wish: VariantWish): void {
  const { variant, pinned, subject, reference, tell, move } = offer;
  const { id } = variant;
  switch (wish) {
    case 'subject':
      assign(offer, { subject: id, ...(id === reference ? { reference: subject } : {}) });
      break;
    case 'reference':
      assign(offer, { reference: id, ...(id === subject ? { subject: reference } : {}) });
      break;
    case 'pin': {
      const rest = pinned.filter((other) => other !== id);
      tell(new PinsChanged(rest.length < pinned.length ? rest : [...rest, id]));
      break;
    }
    case 'left':
    case 'right':
      move(wish === 'left' ? -1 : 1);
  }
}

/** The menu of a variant. Loaded when one is first asked for. */
export function renderOffer(offer: Offer, close: () => void): TemplateResult {
  const { variant, columns, pinned, subject, reference } = offer;
  const standing = {
    isSubject: variant.id === subject,
    isReference: variant.id === reference,
    isPinned: pinned.includes(variant.id),
    position: columns.indexOf(variant.id),
    columns: columns.length,
  };
  return html`<lesart-variant-menu
    .variant=${variant}
    .standing=${standing}
    @wish-chosen=${(event: HTMLElementEventMap['wish-chosen']) => {
      close();
      grant(offer, event.wish);
    }}
  ></lesart-variant-menu>`;
}
