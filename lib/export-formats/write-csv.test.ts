import { describe, expect, it } from 'vitest'
import { writeCsv } from './write-csv'

describe('CSV', () => {
  it('quotes what needs it and keeps numbers as numbers', () => {
    expect(writeCsv([['a', 'b, "c"', 'two\nlines', 1.5, null]])).toBe('\ufeffa,"b, ""c""","two\nlines",1.5,\r\n')
  })

  it('lets no spreadsheet run a name', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(writeCsv([[name]])).toBe(`\ufeff"'${name}"\r\n`)
    }
  })
})
