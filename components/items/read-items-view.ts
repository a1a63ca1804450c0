import { z } from 'zod'
import { SHOWN } from '@/lib/core/item/filter-items'
import { TIERS } from '@/lib/core/item/item'
import { ITEM_TYPES } from '@/lib/core/question-types/registry'
import { type ItemsView, WHOLE_VIEW } from './items-query'

// An address that somebody has changed shows what it can.
const View = z.object({
  show: z.enum(SHOWN).catch('all'),
  type: z.enum(ITEM_TYPES).nullable().catch(null),
  tier: z.enum(TIERS).nullable().catch(null),
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  since: z.iso.datetime().nullable().catch(null),
})

/** The view that an address asks for. */
export function readView(parameters: Readonly<Record<string, unknown>>): ItemsView {
  return View.parse({ ...WHOLE_VIEW, ...parameters })
}
