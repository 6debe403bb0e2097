<?php
/**
 * Plugin Name:       Signpost
 * Description:       A safeguarding chat that gives a child, a worried adult, a teacher or a survivor the right human contact at once. Keeps nothing, loads one file, works by keyboard and screen reader.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       signpost
 *
 * @package Signpost
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/settings.php';

/** The attributes of the chat that a site may set; docs/embedding.md says what each does. */
const SIGNPOST_ATTRIBUTES = array( 'label', 'heading', 'position', 'area', 'lang', 'mode', 'exit-url', 'accent' );

add_action( 'init', 'signpost_register' );
add_action( 'wp_footer', 'signpost_footer' );
add_filter( 'script_loader_tag', 'signpost_defer', 10, 2 );

/** Names the script, the style, the shortcode and the block. */
function signpost_register() {
	$server = signpost_option( 'server' );
	if ( $server ) {
		// No version in the address: a corrected number must reach every page at once.
		wp_register_script( 'signpost', $server . '/signpost.js', array(), null, true );
	}
	wp_register_style( 'signpost', plugins_url( 'signpost.css', __FILE__ ), array(), '0.1.0' );
	wp_register_script( 'signpost-block', plugins_url( 'block.js', __FILE__ ), array( 'wp-blocks', 'wp-element' ), '0.1.0', true );
	register_block_type(
		'signpost/chat',
		array(
			'api_version'     => 2,
			'editor_script'   => 'signpost-block',
			'render_callback' => 'signpost_in_page',
		)
	);
	add_shortcode( 'signpost', 'signpost_in_page' );
}

/**
 * The chat in a box within the page, for the shortcode and the block.
 *
 * @param array|string $given Attributes of the shortcode; those of the settings page are the default.
 * @return string
 */
function signpost_in_page( $given = array() ) {
	$box = '<div class="signpost-box">' . signpost_element( (array) $given, true ) . '</div>';
	return signpost_option( 'server' ) ? $box : signpost_helplines();
}

/** The floating chat on every page, if the site wants it and the page has none of its own. */
function signpost_footer() {
	if ( signpost_option( 'everywhere' ) && ! wp_script_is( 'signpost', 'enqueued' ) && signpost_option( 'server' ) ) {
		// Every part of it is escaped where it is made.
		echo signpost_element( array(), false ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
	}
}

/**
 * The chat's element, with the helplines inside for who has no JavaScript.
 *
 * @param array $given   Attributes that come before those of the settings page.
 * @param bool  $in_page Whether it fills a box instead of floating.
 * @return string
 */
function signpost_element( array $given, $in_page ) {
	wp_enqueue_script( 'signpost' );
	wp_enqueue_style( 'signpost' );
	$written = $in_page ? ' open' : '';
	// Said here too: an optimiser that bundles scripts takes the script's own address away.
	foreach ( array_merge( array( 'server' ), SIGNPOST_ATTRIBUTES ) as $name ) {
		// WordPress makes the names of a shortcode's attributes with a dash hard to write.
		$own   = $given[ $name ] ?? $given[ str_replace( '-', '_', $name ) ] ?? '';
		$value = 'server' !== $name && '' !== $own ? $own : signpost_option( $name );
		if ( '' !== (string) $value ) {
			$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return '<signpost-chat' . $written . '>' . signpost_helplines() . '</signpost-chat>';
}

/**
 * The helplines as plain HTML, from the directory of the day when the plugin was made.
 *
 * @return string
 */
function signpost_helplines() {
	$lines = '';
	foreach ( require __DIR__ . '/helplines.generated.php' as $line ) {
		$tel    = 'tel:' . preg_replace( '/[^0-9+]/', '', $line['number'] );
		$lines .= sprintf(
			'<li>%s: <a href="%s">%s</a></li>',
			esc_html( $line['name'] ),
			esc_url( $tel, array( 'tel' ) ),
			esc_html( $line['number'] )
		);
	}
	$server = signpost_option( 'server' );
	if ( $server ) {
		$lines .= sprintf( '<li><a href="%s/">%s</a></li>', esc_url( $server ), esc_html__( 'More people who can help', 'signpost' ) );
	}
	return '<p>' . esc_html__( 'Need help now?', 'signpost' ) . '</p><ul>' . $lines . '</ul>';
}

/**
 * Lets the page be read before the script is: WordPress knows `defer` by itself only from 6.3 on.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's name.
 * @return string
 */
function signpost_defer( $tag, $handle ) {
	if ( 'signpost' !== $handle || strpos( $tag, ' defer' ) ) {
		return $tag;
	}
	return str_replace( ' src=', ' defer src=', $tag );
}
