import { remembered } from '../../shared/memoize'
import { isVerbBase } from './lexicon'

// base past [participle]: what no rule of spelling tells.
const IRREGULAR_VERBS =
  'arise arose arisen|awake awoke awoken|bear bore born borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame|oversee oversaw overseen|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|sow sown|speak spoke spoken|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written'

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.split('|').flatMap((verb) => {
    const [base = '', ...forms] = verb.split(' ')
    return forms.map((form) => [form, base] as const)
  }),
)

const MOST_REMEMBERED = 2_000

/** The base of a verb's form in lower case; null when no verb has that form. */
export const infinitiveOf: (word: string) => string | null = remembered(
  (word) =>
    [IRREGULAR.get(word), word, ...regularBases(word)].find((base) => base !== undefined && isVerbBase(base)) ?? null,
  MOST_REMEMBERED,
)

/** "studies", "planned", "dying", "panicked": what the ending could have been put to, the likeliest first. */
function regularBases(word: string): string[] {
  const [, stem, ending] = /^(.{2,}?)(s|es|ed|ing)$/.exec(word) ?? []
  if (stem === undefined) return []
  if (ending === 'ing' && stem.endsWith('y')) return [stem, `${stem.slice(0, -1)}ie`]
  if (ending === 's') return [stem]
  // Of "hop" it would be "hopping".
  const hasLostE = ending === 'es' || /(?:^|[^aeiou])[aeiou][^aeiouwxy]$/.test(stem)
  const plain = hasLostE ? [`${stem}e`, stem] : [stem, `${stem}e`]
  const undoubled = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [...plain, ...undoubled, stem.replace(/i$/, 'y'), stem.replace(/ck$/, 'c')]
}
