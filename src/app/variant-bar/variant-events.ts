import type { Roles } from '../opened-work.ts';

/** The reader wants another text examined, or another one to hold it against; what is left out stays. */
export class RolesChanged extends Event implements Roles {
  readonly subject: string | undefined;
  readonly reference: string | undefined;

  constructor({ subject, reference }: Roles) {
    super('roles-changed');
    this.subject = subject;
    this.reference = reference;
  }
}

/** The columns that the reader wants to stay in view, in order. */
export class PinsChanged extends Event {
  readonly pinned: readonly string[];

  constructor(pinned: readonly string[]) {
    super('pins-changed');
    this.pinned = pinned;
  }
}

declare global {
  interface HTMLElementEventMap {
    'roles-changed': RolesChanged;
    'pins-changed': PinsChanged;
  }
}
