<?php
/**
 * The settings, their page under Settings, and how what is typed there is made safe.
 *
 * @package Signpost
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'signpost_menu' );
add_action( 'admin_init', 'signpost_settings' );

/**
 * One setting.
 *
 * @param string $name Its name.
 * @return string
 */
function signpost_option( $name ) {
	$options = get_option( 'signpost', array() );
	return is_array( $options ) && isset( $options[ $name ] ) ? (string) $options[ $name ] : '';
}

/**
 * Every field of the page: label, kind, and a hint.
 *
 * @return array
 */
function signpost_fields() {
	return array(
		'server'     => array( __( 'Address of the chat server', 'signpost' ), 'url', __( 'Such as https://help.example.org. Nothing is loaded from anywhere else.', 'signpost' ) ),
		'everywhere' => array( __( 'On every page', 'signpost' ), 'checkbox', __( 'As a button in the corner. Without it the chat is only where you put the block or [signpost].', 'signpost' ) ),
		'label'      => array( __( 'Words on the button', 'signpost' ), 'text', __( 'Something neutral is safer for a child whose screen may be seen.', 'signpost' ) ),
		'heading'    => array( __( 'Title of the chat', 'signpost' ), 'text', '' ),
		'position'   => array( __( 'Corner', 'signpost' ), array( '' => __( 'Right', 'signpost' ), 'start' => __( 'Left', 'signpost' ) ), '' ),
		'area'       => array( __( 'Area', 'signpost' ), 'text', __( 'The id of your area, from the page that makes the snippet. Empty for the whole UK.', 'signpost' ) ),
		'lang'       => array( __( 'Language', 'signpost' ), array( '' => 'English', 'cy' => 'Cymraeg' ), '' ),
		'mode'       => array( __( 'What it does', 'signpost' ), array( '' => __( 'Chat', 'signpost' ), 'helplines' => __( 'Helplines only', 'signpost' ) ), '' ),
		'exit-url'   => array( __( 'Where “Exit now” leads', 'signpost' ), 'url', __( 'A page that surprises nobody, such as a weather page.', 'signpost' ) ),
		'accent'     => array( __( 'Main colour', 'signpost' ), 'text', __( 'Such as #0f5c63. Words stay readable whatever you choose.', 'signpost' ) ),
	);
}

/** Adds the page. */
function signpost_menu() {
	add_options_page( 'Signpost', 'Signpost', 'manage_options', 'signpost', 'signpost_page' );
}

/** Registers the setting and its fields. */
function signpost_settings() {
	register_setting( 'signpost', 'signpost', array( 'type' => 'array', 'sanitize_callback' => 'signpost_sanitize', 'default' => array() ) );
	add_settings_section( 'signpost', '', '__return_empty_string', 'signpost' );
	foreach ( signpost_fields() as $name => $field ) {
		$args = array( 'name' => $name, 'kind' => $field[1], 'hint' => $field[2], 'label_for' => 'signpost-' . $name );
		add_settings_field( $name, $field[0], 'signpost_field', 'signpost', 'signpost', $args );
	}
}

/**
 * Only known settings, each in its own kind.
 *
 * @param mixed $given What was sent.
 * @return array
 */
function signpost_sanitize( $given ) {
	$given = is_array( $given ) ? $given : array();
	$clean = array();
	foreach ( signpost_fields() as $name => $field ) {
		$value = is_string( $given[ $name ] ?? '' ) ? trim( $given[ $name ] ?? '' ) : '';
		if ( is_array( $field[1] ) ) {
			$value = isset( $field[1][ $value ] ) ? $value : '';
		} elseif ( 'url' === $field[1] ) {
			$value = esc_url_raw( $value, array( 'https', 'http' ) );
		} else {
			$value = sanitize_text_field( $value );
		}
		$clean[ $name ] = $value;
	}
	$clean['server'] = signpost_origin( $clean['server'] );
	$clean['accent'] = preg_match( '/^(#[0-9a-f]{3,8}|[a-z]+)$/i', $clean['accent'] ) ? $clean['accent'] : '';
	return $clean;
}

/**
 * Scheme, host and port of an address, nothing else.
 *
 * @param string $address What was typed.
 * @return string
 */
function signpost_origin( $address ) {
	$parts = wp_parse_url( $address );
	if ( empty( $parts['host'] ) || empty( $parts['scheme'] ) ) {
		if ( '' !== $address ) {
			add_settings_error( 'signpost', 'server', __( 'The address of the server must begin with https://', 'signpost' ) );
		}
		return '';
	}
	return $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . (int) $parts['port'] : '' );
}

/**
 * One field.
 *
 * @param array $args Name, kind and hint.
 */
function signpost_field( $args ) {
	$id    = 'signpost-' . $args['name'];
	$name  = 'signpost[' . $args['name'] . ']';
	$value = signpost_option( $args['name'] );
	if ( is_array( $args['kind'] ) ) {
		printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $name ) );
		foreach ( $args['kind'] as $key => $title ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $key ), selected( $value, $key, false ), esc_html( $title ) );
		}
		echo '</select>';
	} elseif ( 'checkbox' === $args['kind'] ) {
		printf( '<input type="checkbox" id="%s" name="%s" value="1"%s>', esc_attr( $id ), esc_attr( $name ), checked( $value, '1', false ) );
	} else {
		printf( '<input type="%s" id="%s" name="%s" value="%s" class="regular-text" autocomplete="off">', esc_attr( $args['kind'] ), esc_attr( $id ), esc_attr( $name ), esc_attr( $value ) );
	}
	if ( $args['hint'] ) {
		printf( '<p class="description">%s</p>', esc_html( $args['hint'] ) );
	}
}

/** The page. */
function signpost_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>Signpost</h1><p>' . esc_html__( 'The people who run the server must allow the address of this site.', 'signpost' ) . '</p>';
	echo '<form action="options.php" method="post">';
	settings_fields( 'signpost' );
	do_settings_sections( 'signpost' );
	submit_button();
	echo '</form></div>';
}
