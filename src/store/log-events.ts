import type { Contribution } from '../core/contribution/record.ts';
import type { Trouble } from './trouble.ts';

/** `changed`: the log has records that it did not have. */
export class RecordsChanged extends Event {
  readonly added: readonly Contribution[];
  /** `here`: appended through this log; `elsewhere`: by another tab or a restored backup. */
  readonly origin: 'here' | 'elsewhere';

  constructor(added: readonly Contribution[], origin: 'here' | 'elsewhere') {
    super('changed');
    this.added = added;
    this.origin = origin;
  }
}

/** `trouble`: one came, changed, or (undefined) is over. */
export class TroubleChanged extends Event {
  readonly trouble: Trouble | undefined;

  constructor(trouble: Trouble | undefined) {
    super('trouble');
    this.trouble = trouble;
  }
}
