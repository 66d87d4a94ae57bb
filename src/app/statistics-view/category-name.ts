import { type Category, dimensionOf } from '../../core/mqm/typology.ts';
import { t } from '../../i18n/i18n.ts';

/** The category as a reader sees it: the dimension and, where there is one, the kind. */
export function categoryName(category: Category): string {
  const dimension = dimensionOf(category);
  const name = t(`mqm.category.${dimension}`);
  return category === dimension ? name : `${name} · ${t(`mqm.category.${category}`)}`;
}
