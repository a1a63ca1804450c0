import { z } from 'zod'
import { MODEL_PLACES } from './address'
import type { ModelConnection } from './settings'

/** To what an author agreed: which model on which host may read the text, and how far away that is. */
export const ModelConsent = z.object({
  model: z.string(),
  host: z.string(),
  place: z.enum(MODEL_PLACES),
})
export type ModelConsent = z.infer<typeof ModelConsent>

/** A model by what its author was told of it. */
export type NamedModel = { readonly name: string; readonly host: string }

/** As authors are told where a model is. */
export const hostOf = ({ baseUrl }: ModelConnection): string => new URL(baseUrl).hostname

/** Whether the author agreed to this very model: its operator may have set up another one since. */
export const isConsentedTo = (consent: Pick<ModelConsent, 'model' | 'host'>, { name, host }: NamedModel): boolean =>
  consent.model === name && consent.host === host
