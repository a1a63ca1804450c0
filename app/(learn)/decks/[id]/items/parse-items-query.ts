import { z } from 'zod'
import { DEFAULT_VIEW, type ItemsView } from '@/components/items/items-query'
import { SHOWN } from '@/lib/core/item/filter-items'

// A parameter that cannot be read has its default.
const View = z.object({
  show: z.enum(SHOWN).nullable().catch(null),
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  since: z.iso.datetime().nullable().catch(null),
})

export function parseItemsQuery(parameters: Readonly<Record<string, unknown>>): ItemsView {
  return View.parse({ ...DEFAULT_VIEW, ...parameters })
}

/** The view that a form without scripts returns to. */
export function viewOf(form: FormData): ItemsView {
  return parseItemsQuery(Object.fromEntries(new URLSearchParams(String(form.get('view') ?? ''))))
}
