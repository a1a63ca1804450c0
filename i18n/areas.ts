/** Files of messages, one for each part of the app. */
export const AREAS = [
  'common',
  'welcome',
  'people',
  'study',
  'deck',
  'document',
  'items',
  'quiz',
  'class',
  'search',
  'share',
  'print',
  'exam',
  'statistics',
  'offline',
] as const

export type Area = (typeof AREAS)[number]
