// How much people may type or send. Forms stop there, and the server refuses or cuts what is longer.

/** Characters of the name of a person or a class. */
export const NAME_CHARACTERS = 80
/** As long as an address can be (RFC 5321). */
export const EMAIL_CHARACTERS = 254
/** Shorter passwords can be guessed; hashing longer ones would let a request cost too much. */
export const PASSWORD_CHARACTERS = { min: 8, max: 256 } as const
/** A class code has six; people type spaces and hyphens between them. */
export const CLASS_CODE_CHARACTERS = 20
/** Four words of four letters, with room for spaces. */
export const RETURN_CODE_CHARACTERS = 60

/** Longer than any name of a time zone. */
export const TIME_ZONE_CHARACTERS = 64
/** What a learner may choose as the daily limits of study. */
export const NEW_PER_DAY_RANGE = { min: 0, max: 1_000 } as const
export const DUE_PER_DAY_RANGE = { min: 1, max: 10_000 } as const

/** Characters of the title of a document or a deck. */
export const TITLE_CHARACTERS = 120
/** A word or two: a tag stands in an address and on a phone. */
export const TAG_CHARACTERS = 40

export const DOCUMENT_CHARACTERS = 1_000_000
/** Larger files wait for a reader that works in parts. */
export const DOCUMENT_BYTES = 5_000_000

/** Of the front or the back of a card that is written by hand. */
export const CARD_SIDE_CHARACTERS = 10_000
/** What a learner types as an answer. */
export const TYPED_ANSWER_CHARACTERS = 500
/** An option may be longer than what is typed. */
export const ANSWER_CHARACTERS = 2_000
/** Fields of one question: more than any asks for. */
export const ANSWERS_PER_QUESTION = 50
export const QUESTIONS_PER_QUIZ = 50

/** Of a pasted reply: more than an assistant writes about several parts of a document. */
export const REPLY_CHARACTERS = 100_000

/** A sentence and more. The field takes what is pasted; what is longer is looked for by its beginning. */
export const SEARCH_CHARACTERS = { field: 1_000, used: 200 } as const

/** A page of items has some hundred; a section that is on one page may have more. */
export const ITEMS_AT_ONCE = 1_000
/** Ratings, or annotations, that a device sends in one request. */
export const REVIEWS_AT_ONCE = 500
