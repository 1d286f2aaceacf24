import {
  configurationFor,
  defaultConfiguration,
  type FileConfiguration,
} from '../friction/configuration/configuration.ts';
import { defaultSettings, type Settings } from '../friction/settings.ts';

/** What holds for a text that no configuration speaks about: as `journey check` takes a file where there is none. */
export function usualConfiguration(): FileConfiguration {
  return configurationFor(defaultConfiguration, settingsOfToday())('');
}

/** Ages are counted from today, unless a configuration says from when, as for a report that can be repeated. */
export function settingsOfToday(): Settings {
  return { ...defaultSettings, today: new Date().toISOString().slice(0, 10) };
}
