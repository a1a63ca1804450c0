/** The messages of each part of the app, one file each. */
export type Messages = {
  common: typeof import('../messages/en/common.json')
  welcome: typeof import('../messages/en/welcome.json')
  people: typeof import('../messages/en/people.json')
  study: typeof import('../messages/en/study.json')
  deck: typeof import('../messages/en/deck.json')
  cards: typeof import('../messages/en/cards.json')
  reading: typeof import('../messages/en/reading.json')
  model: typeof import('../messages/en/model.json')
  assistant: typeof import('../messages/en/assistant.json')
  document: typeof import('../messages/en/document.json')
  items: typeof import('../messages/en/items.json')
  refusals: typeof import('../messages/en/refusals.json')
  quiz: typeof import('../messages/en/quiz.json')
  class: typeof import('../messages/en/class.json')
  search: typeof import('../messages/en/search.json')
  share: typeof import('../messages/en/share.json')
  print: typeof import('../messages/en/print.json')
  exam: typeof import('../messages/en/exam.json')
  statistics: typeof import('../messages/en/statistics.json')
  offline: typeof import('../messages/en/offline.json')
}

export type Area = keyof Messages

export const AREAS = [
  'common',
  'welcome',
  'people',
  'study',
  'deck',
  'cards',
  'reading',
  'model',
  'assistant',
  'document',
  'items',
  'refusals',
  'quiz',
  'class',
  'search',
  'share',
  'print',
  'exam',
  'statistics',
  'offline',
] as const satisfies readonly Area[]

// With this the compiler checks that the key of every message exists.
declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
  }
}
