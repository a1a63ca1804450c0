/** Coarse part of speech (Universal Dependencies names). */
export type Tag =
  | 'NOUN'
  | 'PROPN'
  | 'PRON'
  | 'DET'
  | 'ADJ'
  | 'ADV'
  | 'VERB'
  | 'AUX'
  | 'ADP'
  | 'CCONJ'
  | 'SCONJ'
  | 'NUM'
  | 'PART'
  | 'PUNCT'
  | 'OTHER'

/** A word or mark of a sentence; `[start, end)` are offsets into the sentence. Hyphenated words are one token. */
export type Token = {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly tag: Tag
  readonly lemma: string
}

/** The word at a place in lower case, empty outside the sentence. */
export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

/** The tag at a place, `OTHER` outside the sentence. */
export const tagAt = (tokens: readonly Token[], at: number): Tag => tokens[at]?.tag ?? 'OTHER'
