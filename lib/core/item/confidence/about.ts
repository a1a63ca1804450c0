import { countWords, type WordCounts } from '../../fact/word-counts'
import { contentWords } from '../lint/words'

/** What a document's items are weighed against. */
export type About = {
  readonly titled: ReadonlySet<string>
  readonly counts: WordCounts
}

export const aboutOf = (title: string, text: string): About => ({
  titled: new Set(contentWords(title)),
  counts: countWords(text),
})
