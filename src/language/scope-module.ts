import type { LangiumCoreServices, LangiumSharedCoreServices, Module } from 'langium';
import { JourneyDocumentBuilder } from './document-builder.ts';
import { JourneyIndexManager } from './index-manager.ts';
import { JourneyDocuments } from './journey-documents.ts';
import { JourneyLinker } from './linker.ts';
import { ReleasableDocumentFactory } from './releasable-document.ts';
import { JourneyScopeComputation, JourneyScopeProvider } from './scope-provider.ts';

/** How names find what they mean: shared by all documents of a workspace. */
export interface ScopingSharedServices {
  readonly workspace: {
    readonly IndexManager: JourneyIndexManager;
    readonly DocumentBuilder: JourneyDocumentBuilder;
    readonly LangiumDocuments: JourneyDocuments;
    readonly LangiumDocumentFactory: ReleasableDocumentFactory;
  };
}

export const scopingSharedModule: Module<LangiumSharedCoreServices & ScopingSharedServices, ScopingSharedServices> = {
  workspace: {
    IndexManager: (services) => new JourneyIndexManager(services),
    DocumentBuilder: (services) => new JourneyDocumentBuilder(services),
    LangiumDocuments: (services) => new JourneyDocuments(services),
    LangiumDocumentFactory: (services) => new ReleasableDocumentFactory(services),
  },
};

/** How names find what they mean: for one language. */
export interface ScopingServices {
  readonly references: {
    readonly Linker: JourneyLinker;
    readonly ScopeProvider: JourneyScopeProvider;
    readonly ScopeComputation: JourneyScopeComputation;
  };
}

export const scopingModule: Module<LangiumCoreServices, ScopingServices> = {
  references: {
    Linker: (services) => new JourneyLinker(services),
    ScopeProvider: (services) => new JourneyScopeProvider(services),
    ScopeComputation: (services) => new JourneyScopeComputation(services),
  },
};
