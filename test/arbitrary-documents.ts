import fc from 'fast-check'

const PLACES = ['Oslo', 'Bergen', 'Larvik', 'Moss', 'Turku', 'Riga']
const THINGS = ['harbour', 'lighthouse', 'old mill', 'grain market', 'northern pier', 'city library']
const PEOPLE = ['Ada Holm', 'Erik Lind', 'Professor Berg', 'Queen Astrid', 'Maria Vik']
const GOODS = ['timber', 'granite', 'salt', 'copper', 'dried fish', 'wool', 'tar', 'rye']
const TERMS = ['quay', 'sluice', 'tariff', 'ballast', 'pilot', 'wharf']
const COUNTRIES = ['Denmark', 'Sweden', 'Iceland', 'Latvia', 'Poland', 'Portugal']

const some = (words: readonly string[]) => fc.constantFrom(...words)
const year = fc.integer({ min: 1520, max: 1999 })
const count = fc.integer({ min: 2, max: 9_000 })
const three = (words: readonly string[]) => fc.shuffledSubarray([...words], { minLength: 3, maxLength: 4 })

const and = (members: readonly string[]) => `${members.slice(0, -1).join(', ')}, and ${members.at(-1)}`

/** A sentence that states something: dates, counts, names, definitions, causes, lists in a row. */
const statement: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(some(THINGS), some(PLACES), year)
    .map(([thing, place, at]) => `The ${thing} of ${place} was opened in ${at}.`),
  fc
    .tuple(some(PEOPLE), some(THINGS), some(PLACES), year)
    .map(([who, thing, place, at]) => `${who} founded the ${thing} of ${place} in ${at}.`),
  fc.tuple(some(PLACES), count, some(GOODS)).map(([place, many, what]) => `${place} sold ${many} barrels of ${what}.`),
  fc.tuple(some(TERMS), some(THINGS)).map(([term, thing]) => `A ${term} is a part of a ${thing} that holds ships.`),
  fc.tuple(some(PLACES), three(GOODS)).map(([place, what]) => `${place} traded ${and(what)}.`),
  fc
    .tuple(some(THINGS), some(PLACES))
    .map(([thing, place]) => `The ${thing} of ${place} was closed because of a large fire.`),
  fc.tuple(some(PLACES), three(COUNTRIES)).map(([place, lands]) => `The allies of ${place} were ${and(lands)}.`),
  fc
    .tuple(some(PLACES), count)
    .map(([place, many]) => `About ${many % 100} percent of the people of ${place} are sailors.`),
  fc.constant('The Baltic Sailing Union (BSU) met in Riga. In 1911, the BSU chose Maria Vik.'),
)

const bullets = (intro: string, members: readonly string[]) =>
  `${intro}\n\n${members.map((member) => `- ${member}`).join('\n')}`

/** A block of a well-behaved text. */
const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(statement, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')) },
  fc.tuple(some(PLACES), three(GOODS)).map(([place, what]) => bullets(`The goods of ${place} are:`, what)),
  fc
    .tuple(some(THINGS), three(COUNTRIES))
    .map(([thing, lands]) => bullets(`The ${thing} serves these countries:`, lands)),
  fc
    .tuple(some(PLACES), three(TERMS))
    .map(([place, all]) => `${place} has steps:\n\n${all.map((term, n) => `${n + 1}. Build the ${term}.`).join('\n')}`),
  fc
    .tuple(some(PLACES), some(PLACES), year, year)
    .map(
      ([first, second, opened, later]) =>
        `| Town | Opened |\n|---|---|\n| ${first} | ${opened} |\n| ${second} | ${later} |`,
    ),
  some(THINGS).map((thing) => `## The ${thing}`),
)

/** Pieces that break readers: halves of characters, writing from the right, marks without letters, mark-up that never ends. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '\ud800',
    '\udc00 was founded in 1902.',
    '\u202eעיר הנמל נוסדה בשנת 1891\u202c',
    'e\u0301\u0301\u0301\u0327 ',
    '\u0000',
    '\u2028\u2029\u0085\ufeff',
    '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'ſﬁ①Ⅻ½٣４',
    'İstanbul ı ß ẞ ŉ',
    '**_`[](![<>|~~$$',
    '```\nThe quay of Moss was opened in 1875.',
    '<!-- The pier <b>was',
    '[^1]: [a](b "c',
    '| a | b\n|---|\n| | | | |',
    '---\ntitle: "x\n---',
    '\r\n\r\r\n\t',
    '“‘«(((',
    '.....!?!?… — – ―',
    '_____ → _____',
    'constructor __proto__ toString',
    '$& $1 $` \\u0041 %s {0}',
  ),
  fc.constant(Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n')),
  fc.constant(`${'> '.repeat(60)}The pier was built in 1801.`),
  fc.integer({ min: 500, max: 3_000 }).map((length) => `The harbour and ${'the mill and '.repeat(length / 10)}sank.`),
  fc.integer({ min: 1_000, max: 8_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 100, max: 900 }).map((length) => 'A. '.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

// Halves of sentences and lists, glued as they fall.
const PHRASES = [
  'The harbour of Oslo',
  ' was opened',
  ' in 1891',
  ' by a Danish engineer',
  '. ',
  'The tasks of a bee are:',
  '\n• cleaning cells;',
  '\n• feeding larvae.',
  '\n\n',
  'Bees ',
  'have four wings',
  ', and ',
  'Norway',
  ' (NATO)',
  ' is a kind of insect',
  '😀',
  '“',
  '\u0000',
  '- ',
  '1. ',
  'Rome, Paris, and Oslo',
  ' traded silk',
  'In 1802, ',
  'it ',
  ': ',
]

const fragments = fc.array(some(PHRASES), { maxLength: 24 }).map((parts) => parts.join(''))

const joined = (blocks: readonly string[]) => ['Harbours of the north', ...blocks].join('\n\n')

/** Texts that the engine makes items of, without traps. */
export const plainText: fc.Arbitrary<string> = fc.array(block, { minLength: 1, maxLength: 8 }).map(joined)

/** The same with hostile blocks between and hostile pieces inside, glued halves of sentences, and noise. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(brokenBlock(), { minLength: 1, maxLength: 8 }).map(joined) },
  { weight: 1, arbitrary: fragments },
)

function brokenBlock(): fc.Arbitrary<string> {
  const pierced = fc
    .tuple(block, hostile, fc.nat())
    .map(([whole, piece, at]) => whole.slice(0, at % whole.length) + piece + whole.slice(at % whole.length))
  return fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: hostile }, { weight: 2, arbitrary: pierced })
}

/** A paragraph about what no other block speaks of; some state something, some nothing. */
export const strangeParagraph: fc.Arbitrary<string> = fc.constantFrom(
  'We went there and looked around for a while, and then we came back again.',
  'Who could say?',
  'The observatory of Tartu was built in 1810.',
  'A comet is a body of ice that grows a tail. Hevelius drew 9,341 stars, and Bayer named them.',
  'The moons of the giant are:\n\n- Io\n- Europa\n- Callisto',
)
