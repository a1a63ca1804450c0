import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { detectCyrillic } from './detect-cyrillic'

const KYRGYZ = [
  'Өсүмдүктөр күндүн нурун сиңирет, көмүр кычкыл газын жутат жана кычкылтек бөлүп чыгарат.',
  'Жүрөктүн төрт камерасы бар, алар канды бүт денеге айдайт.',
  'Соода жолдору тоо ашууларынан өтүп, эки дарыянын жээгин бойлой кеткен.',
  'Мамлекеттин башчысы беш жылга шайланат.',
  'Баалар өскөндө адамдар товарды азыраак сатып алышат.',
  'Уруктар топурактын нымдуу катмарында өнүп чыгат.',
  'Ал мектепти бүтүргөндөн кийин шаарга окууга кеткен.',
]
const KAZAKH = [
  'Өсімдіктер күн сәулесін сіңіріп, ауаға оттек бөледі.',
  'Жүректің төрт қуысы бар, олар қанды бүкіл денеге айдайды.',
  'Мемлекет басшысы бес жылға сайланады.',
  'Баға көтерілгенде адамдар тауарды азырақ сатып алады.',
  'Тұқым топырақтың ылғалды қабатында өнеді.',
  'Ол мектепті бітіргеннен кейін қалаға оқуға кетті.',
]
const MONGOLIAN = [
  'Ургамал нарны гэрлийг шингээж, хүчилтөрөгч ялгаруулдаг.',
  'Зүрх дөрвөн тасалгаатай, цусыг бүх биед шахдаг.',
  'Төрийн тэргүүнийг зургаан жилээр сонгодог.',
  'Үнэ өсөхөд хүмүүс барааг бага худалдаж авдаг.',
  'Тэр сургуулиа төгсөөд хот руу сурахаар явсан.',
  'Худалдааны зам уулын даваагаар дайран өнгөрч байв.',
]
const RUSSIAN = [
  'Растения поглощают солнечный свет и выделяют кислород.',
  'Сердце состоит из четырёх камер, которые перекачивают кровь по всему телу.',
  'Главу государства избирают на пять лет.',
  'Когда цены растут, люди покупают меньше товаров.',
  'Семена прорастают во влажном слое почвы.',
  'После окончания школы он уехал учиться в город.',
]

/** Some sentences of a language in any order: a text of one sentence or of several. */
const textOf = (sentences: readonly string[], least: number) =>
  fc.shuffledSubarray([...sentences], { minLength: least }).map((chosen) => chosen.join(' '))

test.prop([textOf(KYRGYZ, 1)])('Kyrgyz is called Kyrgyz, from one sentence on', (text) => {
  expect(detectCyrillic(text)).toBe('kir')
})

test.prop([textOf(RUSSIAN, 2)])('Russian is called Russian', (text) => {
  expect(detectCyrillic(text)).toBe('rus')
})

test.prop([textOf(KAZAKH, 2)])('Kazakh is called Kazakh', (text) => {
  expect(detectCyrillic(text)).toBe('kaz')
})

test.prop([fc.oneof(textOf(KAZAKH, 1), textOf(MONGOLIAN, 1), textOf(RUSSIAN, 1))])(
  'its neighbours are never called Kyrgyz',
  (text) => {
    expect(detectCyrillic(text)).not.toBe('kir')
  },
)

test.prop([textOf(KYRGYZ, 3), textOf(RUSSIAN, 1).map((text) => text.slice(0, 60))])(
  'a Kyrgyz text with a Russian sentence in it is not called Russian',
  (kyrgyz, russian) => {
    expect(detectCyrillic(`${kyrgyz} ${russian}`)).not.toBe('rus')
  },
)

test.prop([fc.string({ unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщыэюяөүңқғұіһ ') })])(
  'no text makes it throw',
  (text) => {
    expect(['kir', 'kaz', 'rus', 'ukr', 'bel', 'uzb', 'tgk', 'bul', 'srp', null]).toContain(detectCyrillic(text))
  },
)
