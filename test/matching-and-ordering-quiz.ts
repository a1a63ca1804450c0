import type { Response } from '@/lib/core/grading/response'
import type { Known } from './known-quiz'

const TEXT = `The Naryn flows into the Syr Darya. The Tyup flows into Issyk-Kul. The Kara-Suu flows into the Chu. The Talas ends in the sands.

Karakol was founded in 1869. The railway reached Balykchy in 1948. The canal was dug in 1913.

The lakes without an outlet are Issyk-Kul and Chatyr-Kol. The lakes with an outlet are Song-Kol and Sary-Chelek.
`

const FACTS = [
  /The Naryn flows into the Syr Darya\./,
  /The Tyup flows into Issyk-Kul\./,
  /The Kara-Suu flows into the Chu\./,
  /Karakol was founded in 1869\./,
  /The canal was dug in 1913\./,
  /The railway reached Balykchy in 1948\./,
  /The lakes without an outlet are Issyk-Kul and Chatyr-Kol\./,
  /The lakes with an outlet are Song-Kol and Sary-Chelek\./,
  /The lakes without an outlet are Issyk-Kul and Chatyr-Kol\./,
]

/** A matching, an ordering and a matching whose options are used twice, in this order, each of three facts. */
export const ARRANGEMENTS: Known = {
  text: TEXT,
  facts: FACTS,
  rows: [
    {
      type: 'matching',
      stem: 'Where does each river flow?',
      key: ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul', 'the Kara-Suu → the Chu'],
      options: ['the Chu', 'the sands', 'the Syr Darya', 'Issyk-Kul'],
      facts: [0, 1, 2],
    },
    {
      type: 'ordering',
      stem: 'What came first?',
      key: ['Karakol was founded', 'The canal was dug', 'The railway reached Balykchy'],
      options: ['The canal was dug', 'The railway reached Balykchy', 'Karakol was founded'],
      facts: [3, 4, 5],
    },
    {
      type: 'matching',
      stem: 'Which lakes have an outlet?',
      key: ['Issyk-Kul → without an outlet', 'Song-Kol → with an outlet', 'Chatyr-Kol → without an outlet'],
      options: ['with an outlet', 'without an outlet'],
      facts: [6, 7, 8],
    },
  ],
}

export const pair = (...chosen: string[]): Response => ({ kind: 'pairs', chosen })
export const order = (...entries: string[]): Response => ({ kind: 'order', entries })
