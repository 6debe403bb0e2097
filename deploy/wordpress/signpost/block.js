/* The block in the editor: a quiet stand-in, since a chat would only be in the way of writing. */
( function ( blocks, element ) {
	blocks.registerBlockType( 'signpost/chat', {
		apiVersion: 2,
		title: 'Signpost chat',
		description: 'A chat that shows who can help. Its settings are under Settings, Signpost.',
		icon: 'sos',
		category: 'widgets',
		supports: { html: false, multiple: false },
		edit: function () {
			return element.createElement( 'p', null, 'The Signpost chat will be here.' );
		},
		save: function () {
			return null;
		},
	} );
} )( window.wp.blocks, window.wp.element );
