import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectLanguage, UNNAMED_LANGUAGE } from './detect-language'

const GERMAN =
  'Der Igel ist ein Tier, das in Europa lebt, nachts wach ist und sich von Insekten ernährt. Im Winter schläft er unter Laub, und im Frühling sucht er nach Nahrung. '

describe('detectLanguage', () => {
  it('knows English at a glance, and other languages by their letters', () => {
    const english =
      'The hedgehog is an animal of Europe that is awake at night, and it lives on the insects of the wood. '
    expect(detectLanguage(english.repeat(5))).toBe('eng')
    expect(detectLanguage(GERMAN)).toBe('deu')
  })

  it('says that a few words are too few to tell', () => {
    expect(detectLanguage('The hedgehog is awake.')).toBe('und')
    expect(detectLanguage('')).toBe('und')
    expect(detectLanguage('Zoë Müller visited Zürich yesterday; locals welcomed every guest there.')).toBe('und')
  })

  it('is not misled by an English name in another language', () => {
    expect(detectLanguage(`${GERMAN}The Times of London. `)).toBe('deu')
  })

  it.each([
    ['kir', 'Бишкек Кыргызстандын борбору жана эң чоң шаары.'],
    [
      'kir',
      'Кыргызстан Борбор Азияда жайгашкан. Өлкөнүн борбору Бишкек шаары. Ысык-Көл дүйнөдөгү эң терең көлдөрдүн бири. Эгемендүүлүк 1991-жылы жарыяланган.',
    ],
    [
      'kir',
      'Фотосинтез — өсүмдүктөрдүн жарык энергиясын химиялык энергияга айландыруу процесси. Ал хлоропласттарда жүрөт. Хлорофилл жарыкты сиңирет.',
    ],
    ['kaz', 'Абай Құнанбайұлы қазақтың ұлы ақыны.'],
    ['kaz', 'Қазақстан Орталық Азияда орналасқан. Елдің астанасы Астана қаласы. Балқаш көлі шығыста жатыр.'],
    ['uzb', 'Ўзбекистон Марказий Осиёда жойлашган. Мамлакат пойтахти Тошкент шаҳри. Аҳолиси қирқ миллионга яқин.'],
    [
      'uzn',
      "O'zbekiston Markaziy Osiyoda joylashgan. Mamlakat poytaxti Toshkent shahri. Qoraqalpog'iston respublika tarkibiga kiradi. Mustaqillik 1991 yil 31 avgustda e'lon qilingan.",
    ],
    ['tgk', 'Тоҷикистон дар Осиёи Марказӣ ҷойгир аст. Пойтахти он шаҳри Душанбе мебошад.'],
    [
      'rus',
      'Кыргызстан находится в Центральной Азии. Столица страны — город Бишкек. В стране живёт около семи миллионов человек. Игра көк-бөрү известна на всём юге.',
    ],
    [
      'fra',
      "La France est un pays d'Europe. Sa capitale est Paris. Le pays compte treize régions en métropole et il est bordé par la mer. La Loire est le fleuve le plus long.",
    ],
    ['kir', 'Кыргызстандын тоолорунда илбирстер жашайт.'],
    ['kir', 'Менин атам дыйкан болуп иштейт.'],
    ['kir', 'Нан ундан, суудан жана туздан жасалат.'],
    ['kir', 'Суу жүз градуста кайнайт.'],
    ['kir', 'Кан жүрөктөн артерияга чыгат.'],
    ['kir', 'Пётр Семёнов көлгө 1856-жылы келген.'],
    [
      'kir',
      'Бул китепти Чыңгыз Айтматов жазган. Китеп «Белый пароход» деген ат менен орусча чыккан, кийин көп тилге которулган.',
    ],
    ['kaz', 'Жер Күнді айналып жүреді.'],
    ['kaz', 'Нан ұннан, судан және тұздан жасалады.'],
    ['tgk', 'Об дар сад дараҷа меҷӯшад.'],
    ['rus', 'Клетка является единицей строения всех живых организмов.'],
    ['rus', 'Сердце перекачивает кровь по сосудам.'],
    ['rus', 'Озеро Иссык-Куль лежит между хребтами Күңгөй и Тескей. Оно не замерзает зимой.'],
    ['rus', 'Роман называется «Кылым карытар бир күн», его написал Чингиз Айтматов. В романе говорится о людях степи.'],
    ['ukr', 'Діти вранці йдуть до школи.'],
    ['ukr', 'Серце перекачує кров по судинах.'],
    ['ukr', 'Вода кипить за ста градусів.'],
  ])('names %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    ['Kyrgyz without ө, ү and ң', 'Бишкек Кыргызстандын борбору.'],
    ['one sentence of Russian', 'Столица страны — город Бишкек.'],
    ['half Russian, half Kyrgyz', 'Дети играют в саду. Балдар бакта ойношот. Они смеются. Алар күлүп, чуркап жүрүшөт.'],
    ['Kazakh without its own letters', 'Бала мектепке барады, китап окыйды.'],
    ['Kazakh with ң alone', 'Мен мектептен келдім, сен кайда болдың? Бала таңертең ойнады.'],
    ['Karakalpak', 'Нөкис қаласы Әмиўдәрья бойында жайласқан, онда үлкен музей бар.'],
    ['Altai without its own letters', 'Балдар эртен тура школго барат.'],
    ['Nogay', 'Ногай тили тюрк тиллердинъ бириси болады, ногайлар Дагестанда яшайдылар.'],
    ['Erzya', 'Эрзянь кель — финно-угрань кель, кортыть Мордовиясо.'],
    ['Azerbaijani in Cyrillic letters', 'Азәрбајҹан Гафгазда јерләшир, пајтахты Бакы шәһәридир.'],
    ['Turkmen in Cyrillic letters', 'Түркменистаның пайтагты Ашгабат шәхери, илат саны бир миллиона голай.'],
    ['Mongolian', 'Сүт, талх, мах, өндөг, гурил худалдаж авлаа.'],
    ['Mongolian', 'Өнөөдөр цаг агаар сайхан, нар гарсан, салхи багатай өдөр боллоо.'],
    ['Mongolian', 'Тус улсын хүн ам гурван сая хүрсэн. Хот тосгон өргөжин, зам тээвэр хөгжиж байна.'],
    ['Kumyk', 'Яшлар эртен школагъа баралар. Махачкъала — Дагъыстанны тахшагьары.'],
    ['Uyghur in Cyrillic letters', 'Балилар әтигәндә мәктәпкә бариду. Уйғур тили түркий тиллар аилисигә кириду.'],
    [
      'Turkmen, which the statistics take for Turkish',
      'Çagalar irden mekdebe gidýärler. Aşgabat Türkmenistanyň paýtagty, onda bir milliona golaý adam ýaşaýar. Şäher Köpetdagyň eteginde ýerleşýär.',
    ],
    [
      'Kyrgyz in Latin letters',
      'Qyrğyzstandın borboru Bişkek şaarı. Isık-Köl düynödögü eŋ tereŋ köldördün biri. Al kışında da toŋboyt.',
    ],
    [
      'Kyrgyz in the Latin letters of a passport',
      'Kyrgyzstandyn borboru Bishkek shaary. Ysyk-Kol duynodogu en teren koldordun biri. Egemenduuluk 1991-jyly jaryyalangan. Baldar erte menen mektepke baryshat.',
    ],
    [
      'Russian in Latin letters',
      'Kyrgyzstan nakhoditsya v Tsentralnoy Azii. Stolitsa strany gorod Bishkek. V strane zhivyot okolo semi millionov chelovek. Ozero ne zamerzaet zimoy.',
    ],
    ['Mongolian', 'Хөвсгөл нуур бол Монголын хамгийн гүн цэнгэг усны нуур юм.'],
    ['Mongolian', 'Монгол улс нь Төв Азид оршдог. Нийслэл хот нь Улаанбаатар. Өвөл нь урт, зун нь богино байдаг.'],
    ['Tatar', 'Татарстан Идел буенда урнашкан. Башкаласы — Казан шәһәре. Халык саны дүрт миллионга якын.'],
    ['Bashkir', 'Башҡортостан Көньяҡ Уралда урынлашҡан. Башҡалаһы — Өфө ҡалаһы.'],
    ['Tuvan', 'Тыва тептер бистиң дылывысты, чаңчылдарывысты болгаш төөгүвүстү көргүзүп турар.'],
    ['Yakut', 'Өлүөнэ өрүс улахан, дьон өрүс кытыытыгар олороллор, күөллэргэ балыктыыллар.'],
    [
      'Danish, which the statistics take for Swedish',
      'Danmark ligger i Nordeuropa. Hovedstaden er København. Landet består af halvøen Jylland og mange øer, og den længste å er Gudenåen, som løber ud i Randers Fjord.',
    ],
    ['a script that the statistics do not know', 'საქართველო მდებარეობს კავკასიაში. დედაქალაქია თბილისი.'],
  ])('leaves %s unnamed, and does not take it for English', (_name, text) => {
    expect(detectLanguage(text)).toBe(UNNAMED_LANGUAGE)
  })
})

const CODES: Readonly<Record<string, string>> = { en: 'eng', ru: 'rus', ky: 'kir' }
const FILES = ['content', 'test/texts'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

it.each(FILES)('%s is in the language that it says', (file) => {
  const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---\n/m)
  const [, language = ''] = /^language: (\w+)$/m.exec(head) ?? []
  expect(detectLanguage(body)).toBe(CODES[language])
})
