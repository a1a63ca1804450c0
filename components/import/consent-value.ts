import type { OfferedModel } from './model-consent'

/** What a form sends as its author's consent: the model, its host and its place, as the form named them. */
export const consentValue = ({ name, host, where }: OfferedModel): string => `${where} ${host} ${name}`
