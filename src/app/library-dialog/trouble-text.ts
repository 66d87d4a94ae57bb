import { t } from '../../i18n/i18n.ts';
import type { Trouble } from '../../store/trouble.ts';

/** A trouble with the store of works in the reader's language, with what to do. The codes that only a log has
 * are worded as the log's own. */
export function troubleText({ code, args }: Trouble): string {
  switch (code) {
    case 'unavailable':
    case 'denied':
    case 'full':
    case 'newer':
    case 'blocked':
    case 'lost':
    case 'failed':
      return t(`library.trouble.${code}`, { reason: '', ...args });
    case 'deleted':
    case 'conflict':
    case 'backup-cut':
    case 'backup-newer':
      return logTroubleText({ code, args });
  }
}

/** A trouble with the contributions. */
export function logTroubleText({ code, args }: Trouble): string {
  const say = t as unknown as (key: string, values: object) => string;
  return `${say(`trouble.${code}`, args)} ${say(`troubleRemedy.${code}`, args)}`;
}
