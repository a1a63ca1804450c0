/** The model that may read documents, and where it is. */
export type OfferedModel = {
  readonly name: string
  readonly host: string
  readonly where: 'this-machine' | 'private-network' | 'outside'
  /** It begins only when the limit of the month allows it. */
  readonly waits: boolean
}

/** What a form sends as its author's consent: the model, its host and its place, as the form named them. */
export const consentValue = ({ name, host, where }: OfferedModel): string => `${where} ${host} ${name}`
