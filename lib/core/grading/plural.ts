const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'men man women woman children child people person feet foot teeth tooth geese goose mice mouse lives life ' +
    'leaves leaf halves half wolves wolf wives wife knives knife shelves shelf buses bus gases gas shoes shoe toes toe ' +
    // Learned plurals that school texts use.
    'criteria criterion phenomena phenomenon data datum media medium bacteria bacterium strata stratum spectra spectrum ' +
    'ova ovum nuclei nucleus fungi fungus stimuli stimulus radii radius loci locus alumni alumnus algae alga larvae larva ' +
    'vertebrae vertebra antennae antenna formulae formula analyses analysis theses thesis hypotheses hypothesis ' +
    'crises crisis syntheses synthesis oases oasis axes axis matrices matrix vertices vertex indices index'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, words[at + 1] ?? word])
      return pairs
    }, []),
)

/**
 * One form for singular and plural, so that two spellings can be compared. Not a dictionary's singular: "classes" and
 * "class" only need to meet. Takes a word in lower case.
 */
export function foldPlural(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(sses|shes|ches|xes|zzes|oes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
