import type { DataFormat } from './find-data-format'

/** Fewer words than this state nothing that could be asked. */
export const LEAST_WORDS = 5

/** Why a document was not read. Each is a sentence on screen (messages/en/document.json) and one line of the command. */
export type ReadRejection =
  | { readonly kind: 'rejected'; readonly reason: 'empty' }
  | { readonly kind: 'rejected'; readonly reason: 'blank' }
  | { readonly kind: 'rejected'; readonly reason: 'too-short'; readonly words: number }
  | { readonly kind: 'rejected'; readonly reason: 'too-many-bytes'; readonly bytes: number }
  | { readonly kind: 'rejected'; readonly reason: 'too-long'; readonly characters: number }
  /** Data or a page, to be read by a program and not by a person. */
  | { readonly kind: 'rejected'; readonly reason: 'not-prose'; readonly found: DataFormat }
  /** Quotes and lists within one another, more than are read. */
  | { readonly kind: 'rejected'; readonly reason: 'too-nested' }
  /** `found`: what its first bytes say that it is ("pdf"), null when they say nothing. */
  | { readonly kind: 'rejected'; readonly reason: 'not-text'; readonly found: string | null }
