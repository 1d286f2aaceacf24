import { codeActions } from './code-actions.ts';
import { completion } from './completion.ts';
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';
import { navigation } from './navigation.ts';
import { outline } from './outline.ts';
import { rename } from './rename.ts';

/** Everything that a client can ask for about a document, a file each. */
export const features: readonly Feature[] = [codeActions, completion, hover, outline, navigation, rename];
