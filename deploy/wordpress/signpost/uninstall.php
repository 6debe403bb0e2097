<?php
/**
 * Leaves nothing behind.
 *
 * @package Signpost
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'signpost' );
