import type { Tag, Token } from './tagger'

/** The word at a place in lower case, empty outside the sentence. */
export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

/** The tag at a place, `OTHER` outside the sentence. */
export const tagAt = (tokens: readonly Token[], at: number): Tag => tokens[at]?.tag ?? 'OTHER'
