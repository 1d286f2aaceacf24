import { type Uri, workspace } from 'vscode';
import type { Preset } from '../../server/protocol.ts';

export interface MapSettings {
  readonly lanes: Preset;
  readonly showCursor: boolean;
  readonly followCursor: boolean;
  readonly clickShowsSource: boolean;
  readonly allowEditing: boolean;
}

/** What the user has set for maps, for one file. The defaults stand in the manifest too. */
export function mapSettings(uri: Uri): MapSettings {
  const settings = workspace.getConfiguration('journey.map', uri);
  return {
    lanes: settings.get<Preset>('lanes', 'workshop'),
    showCursor: settings.get('showCursor', true),
    followCursor: settings.get('followCursor', true),
    clickShowsSource: settings.get('clickShowsSource', true),
    allowEditing: settings.get('allowEditing', true),
  };
}
