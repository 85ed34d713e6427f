import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { answer, dose, meilin, note, recordOf, symptom, temperature as t, TYLENOL } from './record.ts'
import { microlitres } from '../../../../shared/units/medicine.ts'

const by = (who: string, ...list: Entry[]): Entry[] => list.map((entry) => ({ ...entry, by: who }))

/** An invented child of three from evening to dawn: 14 temperatures, two medicines, two parents taking turns. */
export const night: ChildRecord = recordOf(
  [
    ...by('妈妈', t('15T19:10', 38.1), symptom('15T19:12', 'runny_nose'), t('15T20:20', 38.8), meilin('15T20:25', 5)),
    ...by(
      '妈妈',
      t('15T21:30', 38.4),
      symptom('15T21:32', 'drinking'),
      t('15T22:40', 38.2),
      symptom('15T22:41', 'urinated'),
    ),
    ...by(
      '爸爸',
      t('16T00:30', 39.1),
      symptom('16T00:31', 'cold_hands_feet'),
      dose('16T00:35', { productId: 'tylenol', volume: microlitres(6) }),
    ),
    ...by(
      '爸爸',
      t('16T01:20', 38.9, 'tympanic'),
      t('16T01:40', 38.7),
      symptom('16T01:42', 'vomiting', false),
      t('16T02:30', 38.5),
    ),
    ...by(
      '妈妈',
      t('16T03:30', 39.6),
      answer('16T03:32', 'Q5', 'no'),
      meilin('16T03:35', 5),
      note('16T03:40', '喝了半杯水，又睡了。'),
    ),
    ...by(
      '妈妈',
      t('16T04:15', 39.2, 'tympanic'),
      t('16T04:40', 38.9),
      t('16T05:20', 38.4),
      symptom('16T05:22', 'sweating'),
    ),
    ...by('爸爸', t('16T06:10', 38.2), t('16T06:50', 38.1), symptom('16T06:52', 'spirits_good')),
  ],
  { products: [...recordOf([]).products, TYLENOL] },
)
