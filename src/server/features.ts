import type { Feature } from './feature.ts';
import { codeActions } from './code-actions.ts';

/** Everything that a client can ask for about a document, a file each. */
export const features: readonly Feature[] = [codeActions];
