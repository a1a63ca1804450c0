/**
 * A reason without text that is shown beside it: omits sentences that repeat the evidence, and the introduction of a quotation
 * ("The text says: …"). May be empty.
 */
export function reasonBesideEvidence(reason: string, evidence: string): string {
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

/** A shorter text may be in any sentence by chance. */
const FEWEST_LETTERS = 10

/** "The text says" only introduces a quotation; "The text names X elsewhere" has a meaning of its own. */
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
