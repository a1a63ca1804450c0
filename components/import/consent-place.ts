/** Where a text goes when a model reads it, as the form of New document says it. */
export const CONSENT_PLACES = ['this-machine', 'private-network', 'outside'] as const
export type ConsentPlace = (typeof CONSENT_PLACES)[number]
