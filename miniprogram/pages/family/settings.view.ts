import type { Preferences } from '../../stores/preferences.store.ts'
import type { Texts } from '../../texts/texts.ts'

export type SettingKey = 'language' | 'unit' | 'type'

/** One setting of this phone, with what it can be. */
export interface Setting {
  readonly key: SettingKey
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
}

export function settingsView({ language, unit, isLarge }: Preferences, { family }: Texts): readonly Setting[] {
  return [
    {
      key: 'language',
      name: family.language,
      value: language,
      // Each in its own words, for whoever cannot read the other.
      options: [
        { value: 'zh', name: '中文' },
        { value: 'en', name: 'English' },
      ],
    },
    {
      key: 'unit',
      name: family.unit,
      value: unit,
      options: [
        { value: 'celsius', name: family.celsius },
        { value: 'fahrenheit', name: family.fahrenheit },
      ],
    },
    {
      key: 'type',
      name: family.type,
      value: isLarge ? 'large' : 'normal',
      options: [
        { value: 'normal', name: family.typeNormal },
        { value: 'large', name: family.typeLarge },
      ],
    },
  ]
}

/** What choosing a value changes; nothing where the setting does not have that value. */
export function settingChange(key: SettingKey, value: string): Partial<Preferences> {
  switch (key) {
    case 'language':
      return value === 'zh' || value === 'en' ? { language: value } : {}
    case 'unit':
      return value === 'celsius' || value === 'fahrenheit' ? { unit: value } : {}
    case 'type':
      return value === 'normal' || value === 'large' ? { isLarge: value === 'large' } : {}
  }
}
