/**
 * A reason without what is shown beside it: sentences that repeat the evidence are left out, and of a sentence that leads to it
 * ("The text says: …") so much. May be empty.
 */
export function omitRepeated(reason: string, evidence: string): string {
  const shown = lettersOf(evidence)
  const isShown = (text: string) => lettersOf(text).length >= FEWEST_LETTERS && shown.includes(lettersOf(text))
  return sentencesOf(reason)
    .map((sentence) => {
      if (isShown(sentence)) return ''
      const [lead, ...rest] = sentence.split(': ')
      return rest.length > 0 && isShown(rest.join(': ')) ? endOf(lead ?? '') : sentence
    })
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Fewer letters are a word that may be in any sentence. */
const FEWEST_LETTERS = 10

/** "The text says" leads to nothing else; "The text names X elsewhere" says something by itself. */
function endOf(lead: string): string {
  return lead.split(' ').length <= BARE_LEAD_WORDS ? '' : `${lead}.`
}

const BARE_LEAD_WORDS = 3

function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)
  return Array.from(segments, ({ segment }) => segment.trim())
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}
