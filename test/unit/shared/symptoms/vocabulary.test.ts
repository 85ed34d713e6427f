import { SYMPTOM_CODES, SYMPTOM_GROUPS, SYMPTOMS, symptomOf } from '../../../../shared/symptoms/vocabulary.ts'

describe('the symptom vocabulary', () => {
  it('has each code once, in words of both languages', () => {
    expect(new Set(SYMPTOM_CODES).size).toBe(SYMPTOMS.length)
    expect(SYMPTOMS).toHaveLength(47)
    for (const symptom of SYMPTOMS) expect([symptom.zh, symptom.en]).not.toContain('')
  })

  it('puts everything in the danger group at level now', () => {
    const danger = SYMPTOMS.filter((symptom) => symptom.group === 'danger')
    expect(danger).toHaveLength(11)
    expect(danger.every((symptom) => symptom.level === 'now')).toBe(true)
    expect(new Set(SYMPTOMS.map((symptom) => symptom.group))).toEqual(new Set(SYMPTOM_GROUPS))
  })

  it('finds a symptom by code and does not invent one', () => {
    expect(symptomOf('wheeze')).toMatchObject({ zh: '喘鸣', level: 'same_day', snomed: '56018004' })
    expect(symptomOf('hiccups')).toBeNull()
  })
})
